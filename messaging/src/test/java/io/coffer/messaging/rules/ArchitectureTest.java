package io.coffer.messaging.rules;

import java.util.List;

class ArchitectureTest implements CofferRules {

  @Override
  public List<String> packages() {
    return List.of("io.coffer.messaging", "io.coffer.contracts");
  }
}
