package io.coffer.cli.bench;

import io.coffer.cli.rest.Api;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Makes vaults over one connection that is kept, HTTP/1.1. It is this plain so that it takes little
 * of the two cores that the services share with it.
 */
final class VaultPoster implements Crowd.Client, AutoCloseable {

  private static final String BODY =
      "{\"vault\":{\"name\":\"bench\",\"resources\":[],\"billing\":{\"cloud_type\":\"public\","
          + "\"consistent_level\":\"crash_consistent\",\"object_type\":\"server\","
          + "\"protect_type\":\"backup\",\"size\":10}}}";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] request;

  VaultPoster(Api api) throws IOException {
    URI uri = URI.create(api.url("/vaults"));
    request =
        ("POST "
                + uri.getPath()
                + " HTTP/1.1\r\nHost: "
                + uri.getAuthority()
                + "\r\nContent-Type: application/json\r\nX-Auth-Token: "
                + api.token()
                + "\r\nContent-Length: "
                + BODY.length()
                + "\r\n\r\n"
                + BODY)
            .getBytes(StandardCharsets.UTF_8);
    socket = new Socket(uri.getHost(), uri.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    out = socket.getOutputStream();
  }

  @Override
  public void once() throws IOException {
    out.write(request);
    String status = line();
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
    }
    byte[] body = in.readNBytes(length);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException(status + " " + new String(body, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("The gateway closed the connection");
      }
      if (next != '\r') {
        text.append((char) next);
      }
    }
    return text.toString();
  }
}
