package io.coffer.cli.rest;

import io.coffer.cli.stack.Credentials;
import io.coffer.cli.stack.Stack;
import picocli.CommandLine.Option;

/** The option {@code --project}, and the API of that project. */
public final class ProjectOption {

  @Option(
      names = "--project",
      paramLabel = "NAME",
      defaultValue = "region-1",
      description = "Name or id of the project (default: ${DEFAULT-VALUE}).")
  private String name;

  private Api api;

  /** The API of the chosen project of the stack in {@code COFFER_HOME}. */
  public Api api() {
    if (api == null) {
      Credentials credentials = Stack.ofEnvironment().credentials();
      api = new Api(credentials, credentials.project(name));
    }
    return api;
  }

  /** The name of the domain that the project is of. */
  public String domain() {
    return Stack.ofEnvironment().credentials().domain();
  }

  /** The id of that domain. */
  public String domainId() {
    return Stack.ofEnvironment().credentials().domainId();
  }

  /** The chosen project, without calling anybody. */
  public Credentials.Project project() {
    return Stack.ofEnvironment().credentials().project(name);
  }
}
