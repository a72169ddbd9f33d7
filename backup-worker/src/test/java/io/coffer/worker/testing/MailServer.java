package io.coffer.worker.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of a mail server as it takes to be sent mails: SMTP. */
public final class MailServer implements AutoCloseable {

  private final ServerSocket server;
  private final List<Mail> taken = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger refusals = new AtomicInteger();

  /** What was taken; the text has its headers in front. */
  public record Mail(String from, String to, String text) {}

  public MailServer() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    background(this::listen, "mail-server");
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Takes none of so many mails that come next. */
  public void refuse(int mails) {
    refusals.set(mails);
  }

  /** How many mails it has still to refuse. */
  public int refusals() {
    return refusals.get();
  }

  /** The mails that it took, in their order. */
  public List<Mail> taken() {
    synchronized (taken) {
      return List.copyOf(taken);
    }
  }

  /** Clients keep sessions open, also after a refusal. */
  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        background(() -> converse(socket), "mail-session");
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      converse(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
          socket.getOutputStream());
    } catch (IOException over) {
      // that session is over
    }
  }

  private static void background(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void converse(BufferedReader in, OutputStream out) throws IOException {
    String from = "";
    String to = "";
    say(out, "220 ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
      switch (verb) {
        case "MAIL" -> from = address(line);
        case "RCPT" -> to = address(line);
        default -> {}
      }
      if (verb.equals("RCPT") && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        say(out, "451 not now");
      } else if (verb.equals("DATA")) {
        say(out, "354 go on");
        taken.add(new Mail(from, to, text(in)));
        say(out, "250 taken");
      } else {
        say(out, verb.equals("QUIT") ? "221 bye" : "250 fine");
      }
    }
  }

  private static String text(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new IOException("the mail has no end");
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static String address(String line) {
    return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
