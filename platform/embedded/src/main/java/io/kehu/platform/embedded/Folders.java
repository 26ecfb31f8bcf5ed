package io.kehu.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The cache of unpacked binaries and prepared data, shared by all JVMs of a user.
 */
final class Folders {

	private static final Object LOCK = new Object();

	private Folders() {
	}

	/** Fills a folder that is invisible to others until it is complete. */
	@FunctionalInterface
	interface Filling {

		void fill(Path folder) throws IOException;

	}

	/**
	 * Returns the cached folder with this name, filling it if it does not exist.
	 * @param name a name that changes with the content
	 * @param filling fills the folder if necessary
	 * @return the complete folder, never null
	 */
	static Path cached(String name, Filling filling) {
		Path root = cache();
		Path complete = root.resolve(name);
		if (Files.isDirectory(complete)) {
			return complete;
		}
		synchronized (LOCK) {
			try {
				Files.createDirectories(root);
				try (FileChannel channel = FileChannel.open(root.resolve(name + ".lock"), StandardOpenOption.CREATE,
						StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
					if (lock.isValid() && !Files.isDirectory(complete)) {
						Path partial = root.resolve(name + ".partial");
						delete(partial);
						Files.createDirectories(partial);
						filling.fill(partial);
						Files.move(partial, complete, StandardCopyOption.ATOMIC_MOVE);
					}
				}
				return complete;
			}
			catch (IOException ex) {
				throw new ServerStartException("The cache " + complete + " cannot be written: " + ex.getMessage(), ex);
			}
		}
	}

	static void delete(Path folder) {
		if (Files.notExists(folder)) {
			return;
		}
		try {
			Files.walkFileTree(folder, new Deletion());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes a file that only its owner can read, whether it exists or not. */
	static void writeForOwner(Path file, String content) throws IOException {
		createForOwner(file);
		Files.writeString(file, content);
	}

	/** Ensures that a file exists that only its owner can read. */
	static void createForOwner(Path file) throws IOException {
		Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
		if (Files.notExists(file)) {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
		}
		else {
			Files.setPosixFilePermissions(file, owner);
		}
	}

	/** Closes a folder to everyone but its owner. */
	static void restrict(Path folder) throws IOException {
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
	}

	private static Path cache() {
		String chosen = Optional.ofNullable(System.getProperty("kehu.cache"))
			.orElseGet(() -> System.getenv().getOrDefault("KEHU_CACHE", ""));
		if (!chosen.isEmpty()) {
			return Path.of(chosen).toAbsolutePath();
		}
		if (PlainUser.current() == PlainUser.NOBODY) {
			// The home folder of root is not accessible to the user that runs PostgreSQL
			return Path.of("/var/cache/kehu");
		}
		Path home = Path.of(System.getProperty("user.home"));
		return Platform.current().isMac() ? home.resolve("Library/Caches/kehu") : home.resolve(".cache/kehu");
	}

	/**
	 * Deletes a tree from which a server may be deleting files concurrently.
	 */
	private static final class Deletion extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			Files.deleteIfExists(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(Path file, IOException ex) {
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException ex) throws IOException {
			Files.deleteIfExists(folder);
			return FileVisitResult.CONTINUE;
		}

	}

}
