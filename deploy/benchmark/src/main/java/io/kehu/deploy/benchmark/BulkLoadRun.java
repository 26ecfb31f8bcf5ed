package io.kehu.deploy.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import picocli.CommandLine.Option;

/**
 * Runs bulk loads of made-up customers through the gateway.
 */
final class BulkLoadRun {

	private static final double SECOND = 1e9;

	@Option(names = "--lines", defaultValue = "50000", description = "Customers (${DEFAULT-VALUE})")
	private int lines;

	@Option(names = "--warm-up", defaultValue = "250000", description = "Customers before them (${DEFAULT-VALUE})")
	private int warmUp;

	int lines() {
		return this.lines;
	}

	/** Loads the customers of the warm-up. */
	void warmUp(Target target) throws IOException, InterruptedException {
		send(target, "warm" + System.nanoTime(), this.warmUp);
	}

	/**
	 * Loads customers whose external ids begin with the name of the run.
	 * @return customers per second
	 * @throws IllegalStateException if a line is rejected or not answered
	 */
	double run(Target target, String run) throws IOException, InterruptedException {
		return send(target, run, this.lines);
	}

	private static double send(Target target, String run, int count) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(target.gateway().resolve("/api/v1/customers/bulk"))
			.header("Authorization", "Bearer " + target.token())
			.header("Content-Type", "application/x-ndjson")
			.POST(BodyPublishers.ofInputStream(() -> new CustomerLines(count, run)))
			.build();
		long start = System.nanoTime();
		int answered = 0;
		try (InputStream body = target.client().send(request, BodyHandlers.ofInputStream()).body();
				BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (line.contains("rejected")) {
					throw new IllegalStateException("A line was rejected: " + line);
				}
				answered++;
			}
		}
		if (answered != count) {
			throw new IllegalStateException("%d of %d lines were answered".formatted(answered, count));
		}
		return count / ((System.nanoTime() - start) / SECOND);
	}

}
