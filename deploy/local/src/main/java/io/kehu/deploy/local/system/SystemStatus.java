package io.kehu.deploy.local.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.kehu.deploy.local.system.NodeStatus.Health;
import io.kehu.platform.embedded.ProcessIdentity;

/**
 * Determines the status of all processes of a system.
 */
public final class SystemStatus {

	private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(1).toMillis();

	private static final long KILOBYTE = 1024;

	private final LocalSystem system;

	private final Http http = new Http();

	public SystemStatus(LocalSystem system) {
		this.system = system;
	}

	/** Returns all processes that belong to the system, servers first. */
	public List<NodeStatus> all() {
		List<NodeStatus> all = new ArrayList<>(required());
		if (this.system.records().find(Prometheus.NAME).isPresent()) {
			all.add(status(Prometheus.NAME, this.system.settings().port(Prometheus.NAME)));
		}
		return all;
	}

	private List<NodeStatus> required() {
		return this.system.settings()
			.listeners()
			.entrySet()
			.stream()
			.filter((listener) -> !listener.getValue().equals(Topology.OPERATIONS))
			.map((listener) -> status(listener.getValue(), listener.getKey()))
			.sorted((left, right) -> Integer.compare(rank(left.name()), rank(right.name())))
			.toList();
	}

	private int rank(String name) {
		int server = Topology.SERVERS.indexOf(name);
		if (server >= 0) {
			return server;
		}
		List<String> instances = this.system.settings().instances().stream().map(ApplicationInstance::name).toList();
		return Topology.SERVERS.size() + instances.indexOf(name);
	}

	private NodeStatus status(String name, int port) {
		Optional<ProcessIdentity> recorded = this.system.records().find(name);
		Optional<ProcessHandle> running = recorded.flatMap(ProcessIdentity::find);
		if (running.isEmpty()) {
			return new NodeStatus(name, port, 0, recorded.isPresent() ? Health.ENDED : Health.STOPPED, 0);
		}
		boolean ready = (Topology.SERVERS.contains(name) || name.equals(Prometheus.NAME)) ? accepts(port)
				: this.http.isReady(name, port);
		return new NodeStatus(name, port, running.get().pid(), ready ? Health.UP : Health.NOT_READY,
				memory(running.get()));
	}

	private static boolean accepts(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Returns the memory of a process and its children. Pages that processes share, such
	 * as PostgreSQL's buffers, libraries and class archives, are divided among them where
	 * the kernel reports that.
	 */
	private static long memory(ProcessHandle process) {
		return Stream.concat(Stream.of(process), process.descendants())
			.mapToLong((handle) -> proportionalSize(handle.pid()).orElseGet(() -> residentSize(handle.pid())))
			.sum();
	}

	private static Optional<Long> proportionalSize(long pid) {
		return kilobytes(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:");
	}

	private static long residentSize(long pid) {
		return kilobytes(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:").orElseGet(() -> askPs(pid));
	}

	private static Optional<Long> kilobytes(Path file, String field) {
		try {
			return Files.readAllLines(file)
				.stream()
				.filter((line) -> line.startsWith(field))
				.map((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE)
				.findFirst();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static long askPs(long pid) {
		try {
			Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
			String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
			return answer.isEmpty() ? 0 : Long.parseLong(answer) * KILOBYTE;
		}
		catch (IOException | NumberFormatException ex) {
			return 0;
		}
	}

	/** Returns the log files by process. */
	public Map<String, Path> logs() {
		Map<String, Path> logs = new LinkedHashMap<>();
		all().stream().map(NodeStatus::name).forEach((name) -> logs.put(name, this.system.state().log(name)));
		return logs;
	}

}
