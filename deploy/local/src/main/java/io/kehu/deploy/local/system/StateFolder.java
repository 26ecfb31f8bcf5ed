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
 * Everything that the local system keeps on disk, all in one folder: <code>.kehu</code>.
 *
 * @param path the folder itself
 */
public record StateFolder(Path path) {

	public StateFolder {
		path = path.toAbsolutePath().normalize();
	}

	/** What the servers store. */
	public Path data() {
		return folder("data");
	}

	public Path logs() {
		return folder("logs");
	}

	/** The log of one process. */
	public Path log(String process) {
		return logs().resolve(process + ".log");
	}

	/** The processes at work. */
	Path run() {
		return folder("run");
	}

	Path settings() {
		return run().resolve("settings");
	}

	/** The extracted applications and their start-up caches. */
	Path applications() {
		return folder("applications");
	}

	/** The environment of each of our processes, to run it elsewhere. */
	public Path environment(String process) {
		return secretFolder("env").resolve(process + ".env");
	}

	public Path secrets() {
		return secretFolder("secrets");
	}

	/**
	 * Does something while no other command may.
	 * @throws LaunchFailure when another command is at work
	 */
	public <T> T exclusively(Callable<T> work) throws Exception {
		Files.createDirectories(this.path);
		try (FileChannel channel = FileChannel.open(this.path.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			if (channel.tryLock() == null) {
				throw new LaunchFailure("Another ./kehu command is at work; wait until it has finished.");
			}
			return work.call();
		}
		catch (AccessDeniedException ex) {
			throw new LaunchFailure("The folder " + this.path + " cannot be written.", ex);
		}
	}

	/** Removes data, logs, secrets and caches: all but the lock. */
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
