package io.coffer.worker.webhook;

import io.coffer.worker.delivery.TargetRefused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a request may go, looked at right before it goes there. */
final class TargetRules {

  private final Resolver resolver;
  private final AddressRules addresses;

  TargetRules(Resolver resolver, AddressRules addresses) {
    this.resolver = resolver;
    this.addresses = addresses;
  }

  /**
   * The address that is connected to. A name is asked for once, and one that has an address which
   * is not allowed has none.
   *
   * @throws TargetRefused when there is none
   */
  InetAddress checked(WebhookUrl url) {
    List<InetAddress> found = url.literal().map(List::of).orElseGet(() -> resolved(url.host()));
    if (found.isEmpty() || !found.stream().allMatch(addresses::allows)) {
      throw new TargetRefused("Its address is not allowed.");
    }
    return found.get(0);
  }

  private List<InetAddress> resolved(String name) {
    try {
      return resolver.addresses(name);
    } catch (UnknownHostException e) {
      throw new TargetRefused("Its name has no address.");
    }
  }
}
