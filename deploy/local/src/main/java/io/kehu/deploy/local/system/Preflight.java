package io.kehu.deploy.local.system;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;

/**
 * Checks before the first process starts whether the machine has free ports and enough
 * memory.
 */
final class Preflight {

	private static final long MEGABYTE = 1024 * 1024;

	/** What a JVM uses in addition to its heap: code, classes, threads, buffers. */
	private static final int MEGABYTES_BESIDE_HEAP = 170;

	/** What each server uses. */
	private static final int MEGABYTES_PER_SERVER = 150;

	private Preflight() {
	}

	/**
	 * Checks that all ports are free.
	 * @throws LaunchFailure if a port is in use
	 */
	static void ports(Map<Integer, String> listeners) {
		listeners.forEach((port, name) -> {
			try (ServerSocket socket = new ServerSocket()) {
				socket.setReuseAddress(true);
				socket.bind(new InetSocketAddress(port));
			}
			catch (IOException ex) {
				throw new LaunchFailure("Port " + port + " (" + name + ") is in use by another process: stop that, or "
						+ "choose another port with --port " + name.replaceAll("-[0-9]+$", "") + "=" + (port + 1)
						+ " or --port-base 18000.", ex);
			}
		});
	}

	/**
	 * Checks that there is enough memory for the processes to start.
	 * @throws LaunchFailure if there is too little memory
	 */
	static void memory(List<ApplicationInstance> instances, int servers) {
		long needed = memoryNeeded(instances, servers);
		long available = availableMegabytes();
		if (available < needed) {
			throw new LaunchFailure("Kehu needs about " + needed + " MB of free memory, and this machine has "
					+ available + " MB: stop other applications, leave out services with --without, or skip this check "
					+ "with --ignore-memory.");
		}
	}

	static long memoryNeeded(List<ApplicationInstance> instances, int servers) {
		// Half of the heap: at rest, no service uses its maximum
		long applications = instances.stream()
			.mapToLong((instance) -> MEGABYTES_BESIDE_HEAP + instance.application().heapMegabytes() / 2)
			.sum();
		return applications + (long) servers * MEGABYTES_PER_SERVER;
	}

	private static long availableMegabytes() {
		var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		Path linux = Path.of("/proc/meminfo");
		if (!Files.isReadable(linux)) {
			// Elsewhere, "free" excludes what the system could release immediately
			return system.getTotalMemorySize() / MEGABYTE;
		}
		try {
			long available = Files.readAllLines(linux)
				.stream()
				.filter((line) -> line.startsWith("MemAvailable:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
				.findFirst()
				.orElse(Long.MAX_VALUE);
			// In a container, the JVM's total is the limit of the container
			return Math.min(available, system.getTotalMemorySize() / MEGABYTE);
		}
		catch (IOException ex) {
			return Long.MAX_VALUE;
		}
	}

}
