package io.kehu.deploy.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * One bulk load of made-up customers through the gateway.
 */
final class BulkLoad {

	private static final double SECOND = 1e9;

	private BulkLoad() {
	}

	/**
	 * Loads customers whose external ids begin with the name of the run.
	 * @return customers per second
	 * @throws IllegalStateException when a line is rejected or not answered
	 */
	static double run(Target target, String run, int count) throws IOException, InterruptedException {
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
