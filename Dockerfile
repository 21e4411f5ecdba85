# Lectern with a browser and fonts for emoji and for Chinese, Japanese and Korean.
#
#   docker build --tag lectern .
#   docker run --rm --volume "$PWD:/project" --user "$(id -u):$(id -g)" lectern build
#
# See docs/deploying.md for exports, which need the sandbox of the browser or a deck that you trust.
FROM node:22-bookworm-slim AS pack
WORKDIR /lectern
COPY . .
RUN npm ci && npm pack --pack-destination /tmp

FROM node:22-bookworm-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends chromium fonts-noto-color-emoji fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/*
COPY --from=pack /tmp/lectern-*.tgz /tmp/lectern.tgz
RUN npm install --global --ignore-scripts /tmp/lectern.tgz \
    && npm cache clean --force \
    && rm /tmp/lectern.tgz
# Whatever user runs it has a folder for the cache and for the profile of the browser.
ENV HOME=/tmp
USER node
WORKDIR /project
ENTRYPOINT ["lectern"]
CMD ["help"]
