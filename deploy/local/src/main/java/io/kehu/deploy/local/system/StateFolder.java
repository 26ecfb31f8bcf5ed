package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/**
 * The folder with everything that the local system stores: <code>.kehu</code>.
 *
 * @param path the folder itself
 */
public record StateFolder(Path path) {

	private static final String PRIVATE = "rwx------";

	private static final String PASSABLE = "rwx--x--x";

	public StateFolder {
		path = path.toAbsolutePath().normalize();
	}

	/**
	 * Returns the folder with the data of the servers, which others may pass through but
	 * not list, since PostgreSQL may run as another user.
	 */
	public Path data() {
		return restricted(folder("data"), PASSABLE);
	}

	public Path logs() {
		return restricted(folder("logs"), PRIVATE);
	}

	/** Returns the log file of one process. */
	public Path log(String process) {
		return logs().resolve(process + ".log");
	}

	/** Returns the folder with the running processes. */
	Path run() {
		return restricted(folder("run"), PRIVATE);
	}

	Path settings() {
		return run().resolve("settings");
	}

	/** Returns the folder with the extracted applications and their start-up caches. */
	Path applications() {
		return restricted(folder("applications"), PRIVATE);
	}

	/** Returns the file with the environment of a process, for running it elsewhere. */
	public Path environment(String process) {
		return restricted(folder("env"), PRIVATE).resolve(process + ".env");
	}

	public Path secrets() {
		return restricted(folder("secrets"), PRIVATE);
	}

	/** Returns the file with the name of the last restore, which need not exist. */
	Path restored() {
		return run().resolve("restored");
	}

	/** Returns the folder with the states that were replaced by restores. */
	Path replaced() {
		return restricted(folder("replaced"), PRIVATE);
	}

	/**
	 * Runs something while all other commands are locked out.
	 * @throws LaunchFailure if another command is in progress
	 */
	public <T> T exclusively(Callable<T> work) throws Exception {
		Files.createDirectories(this.path);
		try (FileChannel channel = FileChannel.open(this.path.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			if (channel.tryLock() == null) {
				throw new LaunchFailure("Another ./kehu command is in progress; wait until it has finished.");
			}
			return work.call();
		}
		catch (AccessDeniedException ex) {
			throw new LaunchFailure("The folder " + this.path + " is not writable.", ex);
		}
	}

	/** Removes data, logs, secrets and caches: everything except for the lock. */
	public void delete() {
		for (String part : new String[] { "data", "logs", "run", "applications", "env", "secrets", "replaced" }) {
			delete(this.path.resolve(part));
		}
	}

	static void delete(Path folder) {
		if (!Files.exists(folder)) {
			return;
		}
		try {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {
				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
					Files.delete(file);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
						throws IOException {
					Files.delete(visited);
					return FileVisitResult.CONTINUE;
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Lets the user that runs PostgreSQL pass through a folder. */
	static Path passable(Path folder) {
		return restricted(folder, PASSABLE);
	}

	private static Path restricted(Path folder, String permissions) {
		try {
			if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
			}
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path folder(String name) {
		try {
			Path folder = Files.createDirectories(this.path.resolve(name));
			restricted(this.path, PASSABLE);
			return folder;
		}
		catch (IOException ex) {
			throw new LaunchFailure("The folder " + this.path + " cannot be written: " + ex.getMessage(), ex);
		}
	}

}
