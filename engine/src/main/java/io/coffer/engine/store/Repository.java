package io.coffer.engine.store;

import io.coffer.engine.DamagedException;
import io.coffer.engine.GoneException;
import io.coffer.engine.NotFoundException;
import io.coffer.engine.WrongPasswordException;
import io.coffer.engine.blob.BlobId;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.BadSealException;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.crypto.Sealer;
import io.coffer.engine.index.BlobIndex;
import io.coffer.engine.index.BlobLocation;
import io.coffer.engine.index.IndexFile;
import io.coffer.engine.index.PackContents;
import io.coffer.engine.pack.LargeBlob;
import io.coffer.engine.store.Store.StoredFile;
import io.coffer.engine.tree.Node;
import io.coffer.engine.tree.TreeReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * An open repository. Reading is safe for many threads; jobs that write take turns on one instance
 * ({@link #writing}), so open an instance for each job that shall write beside others.
 */
public final class Repository {
  private final Store store;
  private final MasterKey masterKey;
  private final ListedFiles files;
  private final RepositoryConfig config;
  private final byte[] configFile;
  private final ReentrantLock writing = new ReentrantLock();
  private final List<Runnable> guards = new CopyOnWriteArrayList<>();
  private final SealedJson sealedJson;
  private final LoadedIndex index;
  private final BlobReader blobs;

  private Repository(ListedFiles files, Store store, MasterKey masterKey, byte[] configFile) {
    this.files = files;
    this.store = store;
    this.masterKey = masterKey;
    this.configFile = configFile;
    this.config = RepositoryConfig.parse(new Sealer(masterKey).open(configFile));
    this.sealedJson = new SealedJson(masterKey);
    this.index = new LoadedIndex(this);
    this.blobs = new BlobReader(this);
  }

  /**
   * Makes the repository of these keys if it is not there, and opens it. Safe to be called at once
   * by many, and again after a crash in between.
   *
   * @throws WrongPasswordException if another repository is there already
   */
  public static Repository create(Store store, RepositoryKeys keys) {
    if (!store.exists(FileType.CONFIG, "")) {
      store.createIfAbsent(FileType.KEY, keys.keyFileName(), keys.keyFile());
      store.createIfAbsent(FileType.CONFIG, "", keys.configFile());
    }
    return open(store, keys);
  }

  /**
   * Opens the repository of these keys, which was made before: nothing is made, whatever lies
   * there.
   *
   * @throws NotFoundException if it is not there
   * @throws WrongPasswordException if another repository is there
   */
  public static Repository open(Store store, RepositoryKeys keys) {
    Repository repository = open(store, keys.masterKey());
    if (!repository.config.id().equals(keys.repositoryId())) {
      throw new WrongPasswordException(store.describe() + " is another repository");
    }
    return repository;
  }

  /**
   * Opens by the master key, without deriving anything.
   *
   * @throws NotFoundException if there is no repository
   * @throws WrongPasswordException if the key is not that of the repository
   */
  public static Repository open(Store store, MasterKey masterKey) {
    return open(new ListedFiles(store), store, masterKey);
  }

  private static Repository open(ListedFiles files, Store store, MasterKey masterKey) {
    try {
      return new Repository(files, store, masterKey, config(store));
    } catch (BadSealException e) {
      throw new WrongPasswordException(
          "the config of " + store.describe() + " is damaged or belongs to another key");
    }
  }

  /**
   * Opens by password, trying the key files in turn. One that cannot be used is told by {@link
   * #files}, if another one opens.
   *
   * @throws NotFoundException if there is no repository
   * @throws WrongPasswordException if the password opens none of the key files
   * @throws DamagedException if none opens and one is not what was written
   */
  public static Repository open(Store store, byte[] password) {
    config(store);
    ListedFiles files = new ListedFiles(store);
    return open(files, store, KeyFiles.open(files, store, password));
  }

  /** Opens by a password that is text. */
  public static Repository open(Store store, String password) {
    return open(store, password.getBytes(StandardCharsets.UTF_8));
  }

  /** Has {@link #files} tell of keys and locks that are of no use now. */
  public void readKeysAndLocks() {
    KeyFiles.readAll(files, store);
    RepositoryLock.locks(this);
  }

  private static byte[] config(Store store) {
    if (!store.exists(FileType.CONFIG, "")) {
      throw new NotFoundException("there is no repository at " + store.describe());
    }
    return store.read(FileType.CONFIG, "");
  }

  public Store store() {
    return store;
  }

  /** How its files are read that are found by listing, and which of them were of no use. */
  public ListedFiles files() {
    return files;
  }

  public MasterKey masterKey() {
    return masterKey;
  }

  public RepositoryConfig config() {
    return config;
  }

  /**
   * Whether the repository still lies there: false once it was removed, or another was made in its
   * place.
   */
  public boolean isCurrent() {
    return store.exists(FileType.CONFIG, "")
        && Arrays.equals(store.read(FileType.CONFIG, ""), configFile);
  }

  /** The blobs known since the last {@link #refresh}. */
  public BlobIndex index() {
    return index.blobs();
  }

  /** Held by the job that writes through this instance. */
  public ReentrantLock writing() {
    return writing;
  }

  /**
   * Takes in what others wrote to the index since, or starts anew if they removed some of it. Index
   * files that cannot be used are told by {@link #files}; what they list is unknown.
   */
  public synchronized void refresh() {
    index.refresh();
  }

  /** Drops the index in memory: after a job that failed had claimed blobs. */
  public synchronized void forgetIndex() {
    index.forget();
  }

  /** Gives back the memory that a job will take again. */
  public synchronized void rest() {
    forgetIndex();
    blobs.rest();
  }

  /** The packs that an index file lists. */
  public List<PackContents> loadIndex(String name) {
    return IndexFile.parse(loadUnpacked(FileType.INDEX, name), name);
  }

  /** Writes an index file for packs that are written; the answer is its name and size. */
  public synchronized StoredFile saveIndex(List<PackContents> packs) {
    return index.save(packs);
  }

  /**
   * The JSON of an index, snapshot or lock file.
   *
   * @throws GoneException if it is not there
   * @throws DamagedException if it is not what was written
   */
  public byte[] loadUnpacked(FileType type, String name) {
    return sealedJson.open(type.verified(name, store.read(type, name)), type.path(name));
  }

  /**
   * Writes the JSON of an index or snapshot, which others see from then on. Asks the guards at the
   * last moment.
   */
  public StoredFile saveUnpacked(FileType type, byte[] json) {
    byte[] bytes = sealedJson.seal(json);
    String name = new Hasher().id(bytes, 0, bytes.length).hex();
    guards.forEach(Runnable::run);
    store.write(type, name, bytes);
    return new StoredFile(name, bytes.length, Instant.now());
  }

  /**
   * Deletes a pack, an index or a snapshot; one that is not there is no error. Asks the guards at
   * the last moment.
   */
  public void delete(FileType type, String name) {
    guards.forEach(Runnable::run);
    store.delete(type, name);
  }

  /** Has somebody asked from now on who may keep a job from writing and deleting, by throwing. */
  void guard(Runnable guard) {
    guards.add(guard);
  }

  void unguard(Runnable guard) {
    guards.remove(guard);
  }

  /** How all files are stored but packs, keys and the config. */
  public SealedJson sealedJson() {
    return sealedJson;
  }

  /**
   * The nodes of a tree, all at once.
   *
   * @throws DamagedException if the tree is not known, missing or not what was written
   */
  public List<Node> loadTree(BlobId id) {
    try (TreeReader nodes = readTree(id)) {
      List<Node> all = new ArrayList<>();
      nodes.forEach(all::add);
      return all;
    }
  }

  /**
   * The nodes of a tree one after the other, so that a folder may have more entries than memory.
   *
   * @throws DamagedException if the tree is not known, missing or not what was written; that its
   *     hash is another may be found at the end only
   */
  public TreeReader readTree(BlobId id) {
    return new TreeReader(id, readBlob(id));
  }

  /** The plaintext of a blob, in pieces if it is large; throws what {@link #readTree} does. */
  public InputStream readBlob(BlobId id) {
    return blobs.open(id);
  }

  /**
   * The plaintext of a blob at one of its places, read in pieces; reading throws what {@link
   * #loadBlob} does.
   */
  public LargeBlob largeBlob(BlobLocation location) {
    return blobs.inPieces(location);
  }

  /**
   * The plaintext of one blob, from any of its places.
   *
   * @throws DamagedException if the blob is not known, missing or not what was written
   */
  public byte[] loadBlob(BlobId id) {
    return blobs.load(id);
  }

  /** Bytes of all packs, indexes and snapshots: what the repository costs. */
  public long storedBytes() {
    return Stream.of(FileType.PACK, FileType.INDEX, FileType.SNAPSHOT)
        .flatMap(type -> store.list(type).stream())
        .mapToLong(StoredFile::bytes)
        .sum();
  }
}
