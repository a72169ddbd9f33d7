package io.coffer.engine.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line: a verb, options with or without a value, and the rest. */
final class Arguments {
  private static final Set<String> SWITCHES =
      Set.of("--json", "--force", "--read-data", "--remove-all", "--quiet", "--no-lock");
  private static final Map<String, String> SHORT =
      Map.of("-r", "--repo", "-p", "--password-file", "-t", "--target", "-q", "--quiet");
  private static final Set<String> VALUES =
      Set.of(
          "--repo",
          "--password-file",
          "--target",
          "--include",
          "--tag",
          "--host",
          "--time",
          "--parent",
          "--changed-extents",
          "--grace",
          "--max-unused",
          "--retry-lock",
          "--peer",
          "--size",
          "--runs",
          "--work-dir",
          "--engine",
          "--report",
          "--only");

  private final String verb;
  private final Map<String, List<String>> options = new HashMap<>();
  private final List<String> rest = new ArrayList<>();

  private Arguments(String verb) {
    this.verb = verb;
  }

  static Arguments parse(List<String> words) {
    if (words.isEmpty()) {
      throw new UsageException("no command given");
    }
    Arguments arguments = null;
    List<String> rest = new ArrayList<>();
    Map<String, List<String>> options = new HashMap<>();
    boolean onlyRest = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (onlyRest || !word.startsWith("-") || word.equals("-")) {
        rest.add(word);
        continue;
      }
      if (word.equals("--")) {
        onlyRest = true;
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals > 0 && word.startsWith("--") ? word.substring(0, equals) : word;
      name = SHORT.getOrDefault(name, name);
      if (SWITCHES.contains(name)) {
        options.put(name, List.of("true"));
      } else if (!VALUES.contains(name)) {
        throw new UsageException("unknown option " + name);
      } else if (equals > 0) {
        options.computeIfAbsent(name, key -> new ArrayList<>()).add(word.substring(equals + 1));
      } else if (i + 1 == words.size()) {
        throw new UsageException("option " + name + " needs a value");
      } else {
        options.computeIfAbsent(name, key -> new ArrayList<>()).add(words.get(++i));
      }
    }
    if (rest.isEmpty()) {
      throw new UsageException("no command given");
    }
    arguments = new Arguments(rest.get(0));
    arguments.rest.addAll(rest.subList(1, rest.size()));
    arguments.options.putAll(options);
    return arguments;
  }

  String verb() {
    return verb;
  }

  List<String> rest() {
    return rest;
  }

  boolean has(String name) {
    return options.containsKey(name);
  }

  List<String> all(String name) {
    return options.getOrDefault(name, List.of());
  }

  Optional<String> one(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  Optional<Path> path(String name) {
    return one(name).map(value -> Path.of(value).toAbsolutePath().normalize());
  }

  /** A duration such as {@code 90s}, {@code 10m}, {@code 24h} or {@code 7d}. */
  Duration duration(String name, Duration usual) {
    Optional<String> value = one(name);
    if (value.isEmpty()) {
      return usual;
    }
    String text = value.get();
    try {
      long number = Long.parseLong(text.substring(0, text.length() - 1));
      return switch (text.charAt(text.length() - 1)) {
        case 's' -> Duration.ofSeconds(number);
        case 'm' -> Duration.ofMinutes(number);
        case 'h' -> Duration.ofHours(number);
        case 'd' -> Duration.ofDays(number);
        default -> throw new NumberFormatException(text);
      };
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      throw new UsageException("option " + name + " needs a duration such as 24h, not " + text);
    }
  }
}
