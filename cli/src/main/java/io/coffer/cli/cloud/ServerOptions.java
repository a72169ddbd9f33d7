package io.coffer.cli.cloud;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is said about a server that is to be made. */
final class ServerOptions {

  @Option(
      names = "--disk",
      paramLabel = "PATH",
      required = true,
      description = "A raw image of any size; repeat it for more disks.")
  List<Path> disks;

  @Option(
      names = "--flavor",
      paramLabel = "NAME",
      description = "Its size, such as s3.large.2: two processors with 2 GiB each.")
  private String flavor;

  @Option(names = "--address", paramLabel = "IP", description = "Its address in its network.")
  private String address;

  @Option(
      names = "--floating-ip",
      paramLabel = "IP",
      description = "The public address that leads to it.")
  private String floatingIp;

  @Option(
      names = "--tag",
      paramLabel = "KEY=VALUE",
      description = "A tag, which vaults may go by; repeat it for more.")
  private Map<String, String> tags;

  /**
   * @param type null for a server
   */
  Server.Choices choices(String type) {
    return new Server.Choices(type, flavor, address, floatingIp, tags);
  }
}
