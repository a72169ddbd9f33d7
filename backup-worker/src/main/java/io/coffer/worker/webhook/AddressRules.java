package io.coffer.worker.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses anything is sent to: those of the public Internet, and what the operator of the
 * stack allows besides. Forms of IPv6 that hold an IPv4 address lead who knows where, and are
 * refused as such.
 */
final class AddressRules {

  /** What is not public, or leads elsewhere (the registries of IANA for special purposes). */
  private static final List<AddressRange> REFUSED_IPV4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10", // shared by carriers; metadata of some clouds
          "127.0.0.0/8",
          "168.63.129.16/32", // metadata of a cloud, at a public address
          "169.254.0.0/16", // link-local; metadata of most clouds
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24", // 6to4
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3"); // multicast, and reserved

  /** The only part of IPv6 that is public: loopback, mapped, NAT64, local and multicast are not. */
  private static final AddressRange GLOBAL_IPV6 = AddressRange.of("2000::/3");

  private static final List<AddressRange> REFUSED_IPV6 =
      ranges(
          "2001::/23", // Teredo and other protocols
          "2001:db8::/32",
          "2002::/16", // 6to4
          "3fff::/20");

  private final List<AddressRange> allowed;

  AddressRules(List<String> allowed) {
    this.allowed = allowed.stream().map(AddressRange::of).toList();
  }

  boolean allows(InetAddress address) {
    return allowed.stream().anyMatch(range -> range.contains(address)) || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? REFUSED_IPV4.stream().noneMatch(range -> range.contains(address))
        : GLOBAL_IPV6.contains(address)
            && REFUSED_IPV6.stream().noneMatch(range -> range.contains(address));
  }

  private static List<AddressRange> ranges(String... texts) {
    return Stream.of(texts).map(AddressRange::of).toList();
  }
}
