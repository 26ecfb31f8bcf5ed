package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signatures and verifications per second with the curve P-256 that OpenSSL reports.
 */
record EcdsaSpeed(double signatures, double verifications) {

	private static final Pattern LAST_COLUMNS = Pattern
		.compile("\\(nistp256\\)\\s+\\S+\\s+\\S+\\s+([0-9.]+)\\s+([0-9.]+)");

	/**
	 * Measures with the given number of processes.
	 * @return the result, or empty if OpenSSL is not installed
	 */
	static Optional<EcdsaSpeed> measure(int processes) throws InterruptedException {
		List<String> command = new ArrayList<>(List.of("openssl", "speed", "-seconds", "5"));
		if (processes > 1) {
			command.addAll(List.of("-multi", Integer.toString(processes)));
		}
		command.add("ecdsap256");
		try {
			return Optional.of(read(OwnProcess.run(new ProcessBuilder(command))));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	static EcdsaSpeed read(String printed) {
		Matcher columns = LAST_COLUMNS.matcher(printed);
		if (!columns.find()) {
			throw new IllegalStateException("openssl printed no speed: " + printed);
		}
		return new EcdsaSpeed(Double.parseDouble(columns.group(1)), Double.parseDouble(columns.group(2)));
	}

}
