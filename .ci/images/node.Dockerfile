FROM groundwork-base:bookworm
RUN useradd --uid 1000 --shell /bin/bash --create-home node
COPY node /usr/local/bin/node
CMD ["node"]
