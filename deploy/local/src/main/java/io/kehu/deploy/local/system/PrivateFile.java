package io.kehu.deploy.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes files that only their owner can read.
 */
final class PrivateFile {

	private PrivateFile() {
	}

	/**
	 * Replaces the file atomically, so that it is never visible incompletely or with
	 * wider permissions.
	 */
	static void write(Path file, String content) throws IOException {
		Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".draft",
				attributes(file));
		Files.writeString(draft, content);
		Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private static FileAttribute<?>[] attributes(Path file) {
		if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) };
	}

}
