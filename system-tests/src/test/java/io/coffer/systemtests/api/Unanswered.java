package io.coffer.systemtests.api;

import java.io.IOException;
import java.net.http.HttpRequest;

/** Nobody answered a request: whether it was carried out is not known. */
public final class Unanswered extends AssertionError {

  private static final long serialVersionUID = 1;

  Unanswered(HttpRequest request, IOException cause) {
    super(request + " was not answered", cause);
  }
}
