package io.coffer.systemtests.conformance.fuzz;

import io.coffer.systemtests.conformance.document.Answer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** HTTP/1.1 over a bare socket, which lets requests out that no client library would. */
final class RawHttp {

  private static final int PATIENCE_MS = 60_000;

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  /** Sends a request on a connection of its own and reads the whole answer. */
  Answer send(RawRequest request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(bytes(request));
      socket.getOutputStream().flush();
      return read(new BufferedInputStream(socket.getInputStream()), request.method());
    }
  }

  private byte[] bytes(RawRequest request) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1:").append(port).append("\r\nConnection: close\r\n");
    request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (request.body() != null && !request.headers().containsKey("Transfer-Encoding")) {
      head.append("Content-Length: ").append(request.body().length).append("\r\n");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    if (request.body() != null) {
      all.write(request.body());
    }
    return all.toByteArray();
  }

  private static Answer read(InputStream in, String method) throws IOException {
    String[] status = line(in).split(" ", 3);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = new byte[0];
    if (!method.equals("HEAD")) {
      body = "chunked".equals(headers.get("transfer-encoding")) ? chunks(in) : rest(in, headers);
    }
    return new Answer(
        Integer.parseInt(status[1]), headers, new String(body, StandardCharsets.UTF_8));
  }

  private static byte[] rest(InputStream in, Map<String, String> headers) throws IOException {
    String length = headers.get("content-length");
    return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(in); size > 0; size = size(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    return body.toByteArray();
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended after \"" + line + "\"");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
