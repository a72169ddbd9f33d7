package io.coffer.cli.stack;

import io.coffer.cli.home.Home;
import io.coffer.local.LocalStackException;
import io.coffer.local.Trees;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Removes staged builds that neither run nor would be started. */
final class OldBuilds {

  private OldBuilds() {}

  static void delete(
      Home home, Build broker, Map<StackService, Build> services, List<StackProcess> running) {
    Set<String> needed = new HashSet<>();
    needed.add(Stack.KAFKA + "-" + broker.fingerprint());
    services.forEach((s, build) -> needed.add(s.processName() + "-" + build.fingerprint()));
    for (StackProcess process : running) {
      String program =
          StackService.ofProcess(process.name()).map(StackService::processName).orElse(Stack.KAFKA);
      needed.add(program + "-" + process.build());
    }
    if (!Files.isDirectory(home.builds())) {
      return;
    }
    try (DirectoryStream<Path> staged = Files.newDirectoryStream(home.builds())) {
      for (Path build : staged) {
        if (!needed.contains(build.getFileName().toString())) {
          Trees.delete(build);
        }
      }
    } catch (IOException failed) {
      throw new LocalStackException("Cannot look into " + home.builds(), failed);
    }
  }
}
