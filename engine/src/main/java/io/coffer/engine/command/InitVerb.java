package io.coffer.engine.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.engine.EngineException;
import io.coffer.engine.store.FileType;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import java.util.List;
import java.util.Locale;

/** {@code init}: makes a new repository for a password. */
final class InitVerb implements Verb {
  private static final Syntax SYNTAX = Syntax.noWords("init", Repositories.OPTIONS);

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public int run(Arguments arguments, Repositories repositories, Output output, ObjectNode answer) {
    LocalStore store = new LocalStore(Repositories.folder(arguments));
    byte[] password = repositories.password(arguments);
    if (store.exists(FileType.CONFIG, "")) {
      throw new EngineException("there is a repository at " + store.describe() + " already");
    }
    for (FileType type : List.of(FileType.KEY, FileType.SNAPSHOT)) {
      if (store.hasAny(type)) {
        throw new EngineException(
            "at %s lie %ss of a repository whose config is missing: put it back, or go elsewhere"
                .formatted(store.describe(), type.name().toLowerCase(Locale.ROOT)));
      }
    }
    RepositoryKeys keys = RepositoryKeys.generate(password);
    Repository.create(store, keys);
    answer.put("message_type", "initialized");
    answer.put("id", keys.repositoryId());
    answer.put("repository", store.describe());
    output.line("created repository " + keys.repositoryId() + " at " + store.describe());
    output.json(answer);
    return 0;
  }
}
