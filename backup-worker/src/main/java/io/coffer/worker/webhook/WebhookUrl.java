package io.coffer.worker.webhook;

import io.coffer.worker.delivery.TargetRefused;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a receiver, in the one notation that everybody reads alike. What some programs
 * take for an address and others for a name is refused.
 *
 * @param host in lower case; an IPv6 address without brackets
 * @param path with the query, for the request line
 * @param literal the address that the host is; empty for a name
 */
public record WebhookUrl(
    boolean isSecure, String host, int port, String path, Optional<InetAddress> literal) {

  private static final int LONGEST = 2_048;
  private static final int LONGEST_NAME = 253;
  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final String OCTET = "(?:0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]+(?:" + IPV4.pattern() + ")?");

  /**
   * Reads it.
   *
   * @throws TargetRefused when it is not such an address
   */
  public static WebhookUrl of(String text) {
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new TargetRefused("It must begin with https:// or http://.");
    }
    String host = host(uri);
    boolean secure = scheme.equals("https");
    int port = uri.getPort() == -1 ? (secure ? 443 : 80) : uri.getPort();
    if (port < 1 || port > 65_535) {
      throw new TargetRefused("Its port must be from 1 to 65535.");
    }
    return new WebhookUrl(secure, host, port, path(uri), literal(host));
  }

  /** What the receiver sees in the header Host. */
  String authority() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == (isSecure ? 443 : 80) ? name : name + ":" + port;
  }

  private static URI uri(String text) {
    if (text == null || text.length() > LONGEST) {
      throw new TargetRefused("It must have at most " + LONGEST + " characters.");
    }
    if (text.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '\\')) {
      throw new TargetRefused("It must be of printable ASCII characters without spaces.");
    }
    try {
      return new URI(text).parseServerAuthority();
    } catch (URISyntaxException e) {
      throw new TargetRefused("It is not a URL.");
    }
  }

  private static String host(URI uri) {
    if (uri.getRawUserInfo() != null) {
      throw new TargetRefused("It must not name a user.");
    }
    if (uri.getHost() == null || uri.getRawFragment() != null) {
      throw new TargetRefused("It must name a host, and no fragment.");
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (host.startsWith("[")) {
      String inside = host.substring(1, host.length() - 1);
      if (IPV6.matcher(inside).matches()) {
        return inside;
      }
    } else if (IPV4.matcher(host).matches()
        || host.length() <= LONGEST_NAME && NAME.matcher(host).matches()) {
      return host;
    }
    throw new TargetRefused("Its host must be a name, four decimal numbers, or IPv6 in brackets.");
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static Optional<InetAddress> literal(String host) {
    if (!host.contains(":") && !IPV4.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      throw new TargetRefused("Its host is not an address.");
    }
  }
}
