package io.kehu.deploy.benchmark;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.kehu.migration.duplicate.NearDuplicate;
import io.kehu.migration.duplicate.SortedNeighbourhood;
import io.kehu.migration.linkage.Linker;
import io.kehu.migration.linkage.LinkageResult;
import io.kehu.migration.linkage.LinkageSettings;
import io.kehu.migration.linkage.LinkageSource;
import io.kehu.migration.linkage.PairwiseQuality;
import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Finds the doubled ones among made-up persons and prints in which time and how well.
 */
@Command(name = "linkage-run", hidden = true, description = "One run of linkage.")
final class LinkageRun implements Callable<Integer> {

	private static final double SECOND = 1e9;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", description = "linkage or neighbourhood")
	private String method = "linkage";

	@Parameters(index = "1", description = "Persons")
	private int records;

	@Parameters(index = "2", description = "Seed")
	private long seed;

	@Override
	public Integer call() {
		SamplePersons persons = new PersonGenerator(this.seed).generate(this.records, 0.2);
		long start = System.nanoTime();
		PairwiseQuality quality = this.method.equals("linkage") ? link(persons) : neighbours(persons);
		double seconds = (System.nanoTime() - start) / SECOND;
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(String.format(Locale.ROOT, "%.1f %.4f %.4f %.4f", seconds, quality.f1(), quality.precision(),
				quality.recall()));
		out.flush();
		return 0;
	}

	private static PairwiseQuality link(SamplePersons persons) {
		LinkageResult result = new Linker(LinkageSettings.defaults())
			.link(LinkageSource.of("persons", persons.table()));
		return PairwiseQuality.of(result, persons::person);
	}

	private static PairwiseQuality neighbours(SamplePersons persons) {
		List<NearDuplicate> found = new SortedNeighbourhood(List.of(List.of("surname", "given_name"),
				List.of("date_of_birth", "given_name"), List.of("postcode", "address")), 10, 0.86)
			.search(persons.table());
		long right = found.stream()
			.filter((pair) -> persons.person(pair.row()) == persons.person(pair.first()))
			.count();
		long all = Math.round(persons.table().rows() * 0.2);
		return new PairwiseQuality(right, found.size() - right, all - right);
	}

}
