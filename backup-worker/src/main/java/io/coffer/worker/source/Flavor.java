package io.coffer.worker.source;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a server: processors and memory. */
@JsonNaming(SnakeCaseStrategy.class)
public record Flavor(String name, int vcpus, int ramMb) {

  /** Of a server that does not say. */
  public static final String USUAL = "s3.small.1";

  private static final Pattern NAME =
      Pattern.compile(".+\\.(small|medium|(?<x>[1-9][0-9]?)?x?large)\\.(?<ratio>[1-9][0-9]?)");
  private static final int GIB_IN_MB = 1024;

  /** What a name like {@code s3.2xlarge.4} means; one processor and one GiB for any other name. */
  public static Flavor of(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return new Flavor(name, 1, GIB_IN_MB);
    }
    int vcpus =
        switch (parts.group(1)) {
          case "small", "medium" -> 1;
          case "large" -> 2;
          case "xlarge" -> 4;
          default -> 4 * Integer.parseInt(parts.group("x"));
        };
    return new Flavor(name, vcpus, vcpus * Integer.parseInt(parts.group("ratio")) * GIB_IN_MB);
  }
}
