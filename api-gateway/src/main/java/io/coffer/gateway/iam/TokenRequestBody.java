package io.coffer.gateway.iam;

import java.util.List;

/** The body of POST /v3/auth/tokens. */
record TokenRequestBody(Auth auth) {

  record Auth(Identity identity, ScopeBody scope) {}

  record Identity(List<String> methods, Password password, Presented token) {}

  record Password(User user) {}

  record User(String id, String name, String password, Named domain) {}

  /** A token that another is made from. */
  record Presented(String id) {}

  record ScopeBody(ProjectBody project, Named domain) {}

  record ProjectBody(String id, String name, Named domain) {}

  record Named(String id, String name) {}
}
