package io.coffer.cli.policy;

import io.coffer.policy.vector.VectorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code coffer policy evaluate-vectors}. */
@Command(
    name = "evaluate-vectors",
    mixinStandardHelpOptions = true,
    description = "Compare the rules of policies with the cases in a file; needs no stack.")
final class EvaluateVectorsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "JSON with a list \"vectors\".")
  private Path file;

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("Cannot read " + file + ".");
    }
    List<VectorFile.Result> results = VectorFile.evaluate(Files.readAllBytes(file));
    for (VectorFile.Result result : results) {
      System.out.println(result.id() + " " + (result.ok() ? "ok" : result.difference()));
    }
    return results.stream().allMatch(VectorFile.Result::ok) ? 0 : 1;
  }
}
