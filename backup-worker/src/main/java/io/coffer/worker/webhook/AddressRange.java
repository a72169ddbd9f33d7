package io.coffer.worker.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses of one family, written as {@code address/bits}. */
record AddressRange(byte[] first, int bits) {

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when it is not one
   */
  static AddressRange of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!address.matches("[0-9a-fA-F:.]+") || !address.matches(".*[:.].*")) {
      throw new IllegalArgumentException(text + " is not a range such as 10.0.0.0/8");
    }
    try {
      byte[] first = InetAddress.getByName(address).getAddress();
      int bits = slash < 0 ? first.length * 8 : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > first.length * 8) {
        throw new IllegalArgumentException(text + " has too many bits");
      }
      return new AddressRange(first, bits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is not a range such as 10.0.0.0/8", e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((bytes[bit / 8] & mask) != (first[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
