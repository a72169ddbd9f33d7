package io.coffer.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address. */
public final class Ports {

  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_768;
  private static final int ATTEMPTS = 1000;

  private Ports() {}

  /**
   * Different ports that nobody listens on now, below those that the system gives to outgoing
   * connections: a server that is away for a moment would else find its port taken by one, even by
   * a client of its own that tries to connect.
   */
  public static List<Integer> free(int count) {
    int end = firstOfOutgoing();
    Set<Integer> ports = new LinkedHashSet<>();
    for (int attempt = 0; attempt < ATTEMPTS && ports.size() < count; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, end);
      if (isFree(port)) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new LocalStackException("No free TCP port on the loopback address");
    }
    return List.copyOf(ports);
  }

  /** Whether somebody accepts connections on this port. */
  public static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  /** Whether this port could be listened on now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static int firstOfOutgoing() {
    try {
      String range = Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"));
      int first = Integer.parseInt(range.strip().split("\\s+")[0]);
      return first > LOWEST + ATTEMPTS ? first : HIGHEST;
    } catch (IOException | NumberFormatException unknown) {
      return HIGHEST;
    }
  }
}
