package io.coffer.worker.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Who knows the addresses of names. */
@FunctionalInterface
interface Resolver {

  List<InetAddress> addresses(String name) throws UnknownHostException;
}
