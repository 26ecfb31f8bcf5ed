package io.kehu.deploy.local.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TCP sockets on which a process and its children listen, as Linux reports them.
 */
final class ListeningPorts {

	private static final String LISTENING = "0A";

	private static final Path PROCESSES = Path.of("/proc");

	private ListeningPorts() {
	}

	static boolean areKnown() {
		return Files.isReadable(PROCESSES.resolve("self/net/tcp"));
	}

	/**
	 * Returns the addresses as <code>port</code> where only this machine can connect, and
	 * as <code>open:port</code> where others can.
	 */
	static Set<String> of(long pid) {
		Set<String> inodes = ProcessHandle.of(pid)
			.stream()
			.flatMap((process) -> Stream.concat(Stream.of(process), process.descendants()))
			.flatMap((process) -> sockets(process.pid()).stream())
			.collect(Collectors.toSet());
		Set<String> found = new TreeSet<>();
		for (String table : List.of("tcp", "tcp6")) {
			for (String line : lines(PROCESSES.resolve(pid + "/net/" + table))) {
				String[] words = line.strip().split("\\s+", -1);
				if (words.length > 9 && words[3].equals(LISTENING) && inodes.contains(words[9])) {
					found.add(describe(words[1]));
				}
			}
		}
		return found;
	}

	private static String describe(String address) {
		String host = address.substring(0, address.indexOf(':'));
		int port = Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
		// In the byte order of the machine: 127.0.0.1, ::1 and ::ffff:127.0.0.1
		boolean loopback = host.endsWith("0100007F") || host.equals("00000000000000000000000001000000");
		return loopback ? Integer.toString(port) : "open:" + port;
	}

	private static Set<String> sockets(long pid) {
		Set<String> inodes = new HashSet<>();
		try (Stream<Path> files = Files.list(PROCESSES.resolve(pid + "/fd"))) {
			files.forEach((file) -> {
				try {
					String target = Files.readSymbolicLink(file).toString();
					if (target.startsWith("socket:[")) {
						inodes.add(target.substring(8, target.length() - 1));
					}
				}
				catch (IOException ex) {
					// Closed in the meantime
				}
			});
		}
		catch (NoSuchFileException ex) {
			return Set.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return inodes;
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
