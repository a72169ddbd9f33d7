package io.coffer.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.home.DamagedFileException;
import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import io.coffer.local.LocalStackException;
import java.io.PrintStream;
import java.util.Optional;

/**
 * The credentials on disk, with a copy among the keys: whose projects and databases they are cannot
 * be made up again. What people wrote into them besides, such as the members of an account, stays.
 */
record CredentialsFile(Home home, PrintStream out) {

  /** The credentials for a stack at this address: the known ones, or new ones in a new home. */
  Credentials at(String endpoint, int postgresPort) {
    Optional<Credentials> known = known();
    Credentials wanted =
        known
            .map(credentials -> credentials.at(endpoint, postgresPort))
            .orElseGet(() -> Credentials.random(endpoint, postgresPort));
    if (!known.equals(Optional.of(wanted))) {
      JsonFile.rewrite(home.credentials(), wanted);
    }
    Optional<JsonNode> whole = JsonFile.read(home.credentials(), JsonNode.class);
    if (!JsonFile.readIfWhole(home.credentialsCopy(), JsonNode.class).equals(whole)) {
      JsonFile.write(home.credentialsCopy(), whole.orElseThrow());
    }
    return wanted;
  }

  private Optional<Credentials> known() {
    String fault;
    try {
      Optional<Credentials> whole = JsonFile.read(home.credentials(), Credentials.class);
      if (whole.isPresent()) {
        return whole;
      }
      fault = home.credentials() + " is missing";
    } catch (DamagedFileException damaged) {
      fault = damaged.getMessage();
    }
    Optional<Credentials> copy = JsonFile.readIfWhole(home.credentialsCopy(), Credentials.class);
    if (copy.isPresent()) {
      JsonFile.write(
          home.credentials(), JsonFile.read(home.credentialsCopy(), JsonNode.class).orElseThrow());
      out.println("  " + fault + "; " + home.credentialsCopy() + " takes its place");
    } else if (home.holdsData()) {
      throw new LocalStackException(
          fault
              + ", and so is its copy "
              + home.credentialsCopy()
              + ". Bring one of them back: only they open what is stored here");
    }
    return copy;
  }
}
