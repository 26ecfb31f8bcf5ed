package io.kehu.platform.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FreePortsTests {

	private static final int SIZE = 5;

	private final List<Process> processes = new ArrayList<>();

	private int first;

	@BeforeEach
	void findTwoBlocksThatOnlyThisTestUses() {
		List<Integer> ports = new ArrayList<>();
		while (ports.size() < 2 * SIZE) {
			int port = FreePorts.next();
			if (!ports.isEmpty() && port != ports.get(ports.size() - 1) + 1) {
				ports.clear();
			}
			ports.add(port);
		}
		this.first = ports.get(0);
	}

	@AfterEach
	void end() throws InterruptedException {
		for (Process process : this.processes) {
			process.destroyForcibly().waitFor();
		}
	}

	@Test
	void processesNeverShareAPort() throws IOException {
		List<Process> both = List.of(start(2), start(2));
		List<String> ports = Stream.of(answer(both.get(0)), answer(both.get(1)))
			.flatMap((line) -> Stream.of(line.split(" ")))
			.toList();
		assertThat(ports).hasSize(4).doesNotHaveDuplicates();
	}

	@Test
	void aKilledProcessReleasesItsPorts() throws IOException, InterruptedException {
		Process greedy = start(2 * (SIZE - 1));
		assertThat(answer(greedy).split(" ")).hasSize(2 * (SIZE - 1));
		assertThat(answer(start(1)))
			.isEqualTo("No free port was found between " + this.first + " and " + (this.first + 2 * SIZE - 1) + ".");
		greedy.destroyForcibly().waitFor();
		assertThat(answer(start(1))).containsOnlyDigits();
	}

	@Test
	void passesOverAPortInUse() throws IOException {
		PortBlocks blocks = new PortBlocks(this.first, 1, 3);
		try (ServerSocket other = new ServerSocket()) {
			other.bind(FreePorts.address(this.first + 1));
			assertThat(blocks.next()).isEqualTo(this.first + 2);
		}
		assertThatThrownBy(blocks::next).isInstanceOf(ServerStartException.class);
	}

	private Process start(int ports) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx32m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				PortChooser.class.getName(), Integer.toString(this.first), "2", Integer.toString(SIZE),
				Integer.toString(ports))
			.redirectErrorStream(true)
			.start();
		this.processes.add(process);
		return process;
	}

	private static String answer(Process process) throws IOException {
		return process.inputReader().readLine();
	}

}
