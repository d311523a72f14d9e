# The skill as a web service, for those who host it themselves: docs/operating.md says how it is run.
FROM node:24-slim AS build
WORKDIR /skill
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /skill
COPY --from=build /skill/dist/lambda lambda
COPY --from=build /skill/dist/server server
COPY --from=build /skill/dist/audio audio
COPY --from=build /skill/dist/images images
USER node
EXPOSE 3000
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server", "--host", "0.0.0.0"]
