package io.kehu.migration.clean.fill;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class TextbookNeighbours {

	private TextbookNeighbours() {
	}

	static double value(List<Feature> features, int row, int column, int count, Weighting weighting,
			Distance distance) {
		double[] values = features.get(column).values();
		List<Integer> donors = IntStream.range(0, values.length)
			.filter((other) -> !Double.isNaN(values[other]))
			.filter((other) -> !Double.isNaN(distance(features, row, other, distance)))
			.boxed()
			.sorted(Comparator.<Integer>comparingDouble((other) -> distance(features, row, other, distance))
				.thenComparing(Comparator.naturalOrder()))
			.limit(count)
			.toList();
		boolean touching = donors.stream().anyMatch((donor) -> distance(features, row, donor, distance) == 0);
		Map<Double, Double> votes = donors.stream().collect(Collectors.toMap((donor) -> values[donor], (donor) -> {
			double apart = distance(features, row, donor, distance);
			if (weighting == Weighting.UNIFORM) {
				return 1.0;
			}
			return touching ? ((apart == 0) ? 1.0 : 0.0) : 1 / apart;
		}, Double::sum, TreeMap::new));
		if (features.get(column).category()) {
			double most = votes.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
			return votes.keySet().stream().filter((vote) -> votes.get(vote) >= most - 1e-12).findFirst().orElseThrow();
		}
		double total = votes.values().stream().mapToDouble(Double::doubleValue).sum();
		return votes.entrySet().stream().mapToDouble((vote) -> vote.getKey() * vote.getValue()).sum() / total;
	}

	private static double distance(List<Feature> features, int one, int other, Distance distance) {
		double sum = 0;
		int shared = 0;
		for (Feature feature : features) {
			double difference = feature.values()[one] - feature.values()[other];
			if (!Double.isNaN(difference)) {
				shared++;
				double apart = feature.category() ? ((difference == 0) ? 0 : 1) : Math.abs(difference);
				sum += (distance == Distance.GOWER) ? apart : apart * apart;
			}
		}
		if (shared == 0) {
			return Double.NaN;
		}
		return (distance == Distance.GOWER) ? sum / shared : Math.sqrt(sum * features.size() / shared);
	}

}
