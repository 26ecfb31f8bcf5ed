package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.LinkageSettings;
import io.kehu.migration.matching.LinkageSource;
import io.kehu.migration.matching.Linker;
import io.kehu.migration.matching.PairwiseQuality;
import io.kehu.migration.matching.neighbourhood.NearDuplicate;
import io.kehu.migration.matching.neighbourhood.SortedNeighbourhood;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Finds the doubled ones among records and prints in which time and how well.
 */
@Command(name = "linkage-run", hidden = true, description = "One run of linkage.")
final class LinkageRun implements Callable<Integer> {

	private static final double SECOND = 1e9;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", description = "linkage or neighbourhood")
	private String method = "linkage";

	@Mixin
	private LinkageInput input = new LinkageInput();

	@Override
	public Integer call() throws IOException {
		LinkageInput.Records records = this.input.read();
		long start = System.nanoTime();
		PairwiseQuality quality = this.method.equals("linkage") ? link(records) : neighbours(records);
		double seconds = (System.nanoTime() - start) / SECOND;
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(String.format(Locale.ROOT, "%.1f %.4f %.4f %.4f", seconds, quality.f1(), quality.precision(),
				quality.recall()));
		out.flush();
		return 0;
	}

	private static PairwiseQuality link(LinkageInput.Records records) {
		LinkageResult result = new Linker(LinkageSettings.defaults())
			.link(LinkageSource.of("records", records.table()));
		return PairwiseQuality.of(result, records.entity());
	}

	private static PairwiseQuality neighbours(LinkageInput.Records records) {
		Set<NearDuplicate> found = NeighbourPairs.of(new SortedNeighbourhood(records.passes(), 10, 0.86),
				records.table());
		long right = found.stream()
			.filter((pair) -> records.entity()
				.apply(Math.toIntExact(pair.row()))
				.equals(records.entity().apply(Math.toIntExact(pair.first()))))
			.count();
		Map<Object, Integer> sizes = new HashMap<>();
		for (int row = 0; row < records.table().rows(); row++) {
			sizes.merge(records.entity().apply(row), 1, Integer::sum);
		}
		long all = sizes.values().stream().mapToLong((size) -> size * (size - 1L) / 2).sum();
		return new PairwiseQuality(right, found.size() - right, all - right);
	}

}
