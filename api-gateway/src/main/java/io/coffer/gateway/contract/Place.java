package io.coffer.gateway.contract;

import io.coffer.contracts.CbrError;
import io.coffer.gateway.error.ApiException;

/** Where in a request a value stands. Refusals open with it. */
record Place(Place parent, String name, int index) {

  static final Place BODY = new Place(null, "The request body", 0);

  static Place parameter(String name) {
    return new Place(null, name, 0);
  }

  Place field(String field) {
    return this == BODY ? parameter(field) : new Place(this, field, 0);
  }

  Place element(int at) {
    return new Place(this, null, at);
  }

  ApiException refused(CbrError error, String why) {
    return ApiException.of(error, this + " " + why);
  }

  @Override
  public String toString() {
    if (parent == null) {
      return name;
    }
    return name == null ? parent + "[" + index + "]" : parent + "." + name;
  }
}
