package io.coffer.gateway.identity;

/** What a token is good for. */
public sealed interface Scope {

  /** The resources of one project. */
  record OfProject(Project project) implements Scope {}

  /** What belongs to the domain as a whole. */
  record OfDomain() implements Scope {}

  /** Nothing but asking what one may ask for. */
  record Unscoped() implements Scope {}
}
