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

	public StateFolder {
		path = path.toAbsolutePath().normalize();
	}

	/** Returns the folder with the data of the servers. */
	public Path data() {
		return folder("data");
	}

	public Path logs() {
		return folder("logs");
	}

	/** Returns the log file of one process. */
	public Path log(String process) {
		return logs().resolve(process + ".log");
	}

	/** Returns the folder with the running processes. */
	Path run() {
		return folder("run");
	}

	Path settings() {
		return run().resolve("settings");
	}

	/** Returns the folder with the extracted applications and their start-up caches. */
	Path applications() {
		return folder("applications");
	}

	/** Returns the file with the environment of a process, for running it elsewhere. */
	public Path environment(String process) {
		return secretFolder("env").resolve(process + ".env");
	}

	public Path secrets() {
		return secretFolder("secrets");
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
		for (String part : new String[] { "data", "logs", "run", "applications", "env", "secrets" }) {
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

	private Path secretFolder(String name) {
		Path folder = folder(name);
		try {
			if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
			}
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path folder(String name) {
		try {
			return Files.createDirectories(this.path.resolve(name));
		}
		catch (IOException ex) {
			throw new LaunchFailure("The folder " + this.path + " cannot be written: " + ex.getMessage(), ex);
		}
	}

}
