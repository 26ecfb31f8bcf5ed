package io.kehu.platform.embedded;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The main class of a JVM that prints the ports it was given, or why it was given none,
 * and ends when its input does.
 */
final class PortChooser {

	private PortChooser() {
	}

	public static void main(String[] arguments) throws IOException {
		PortBlocks blocks = new PortBlocks(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]),
				Integer.parseInt(arguments[2]));
		System.out.append(choose(blocks, Integer.parseInt(arguments[3]))).append('\n').flush();
		System.in.transferTo(System.err);
	}

	private static String choose(PortBlocks blocks, int ports) {
		try {
			return IntStream.range(0, ports)
				.mapToObj((index) -> Integer.toString(blocks.next()))
				.collect(Collectors.joining(" "));
		}
		catch (ServerStartException ex) {
			return ex.getMessage();
		}
	}

}
