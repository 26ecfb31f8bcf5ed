package io.kehu.order.opportunity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.kehu.platform.money.Money;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calculates how opportunities proceed, from the stages that they have been in.
 */
@Service
class StageAnalysis {

	private static final String VISITS = """
			with stage as (select s.item ->> 'key' as key, s.item ->> 'name' as name, s.position as position
			from pipeline p cross join lateral jsonb_array_elements(p.stages) with ordinality as s (item, position)
			where p.id = :analysed),
			visit as (select v.stage as stage, v."leftAt" - v."enteredAt" as length, v.outcome as outcome, v.next as next
			from opportunity o cross join lateral jsonb_to_recordset(o.visits) as v ("pipelineId" uuid, stage text,
			"enteredAt" timestamptz, "leftAt" timestamptz, outcome text, next text)
			where v."pipelineId" = :analysed and %s)
			select stage.key as key, stage.name as name, count(visit.stage) as entered,
			count(visit.stage) filter (where visit.length is null) as present,
			count(*) filter (where visit.outcome = 'won' or later.position > stage.position) as advanced,
			count(*) filter (where later.position < stage.position) as returned,
			count(*) filter (where visit.outcome = 'lost') as lost,
			cast(avg(extract(epoch from visit.length)) / 86400 as double precision) as average,
			percentile_cont(0.5) within group (order by extract(epoch from visit.length)) / 86400 as median
			from stage left join visit on visit.stage = stage.key left join stage later on later.key = visit.next
			group by stage.key, stage.name, stage.position order by stage.position""";

	private static final String ENDS = """
			select count(*) filter (where o.status = 'WON') as won, count(*) filter (where o.status = 'LOST') as lost,
			cast(avg(extract(epoch from o.closed_at - o.created_at)) / 86400 as double precision) as average,
			percentile_cont(0.5) within group (order by extract(epoch from o.closed_at - o.created_at)) / 86400 as median
			from opportunity o where o.status <> 'OPEN' and %s""";

	private static final String REASONS = """
			select o.status as outcome, o.reason as reason, o.currency as currency, count(*) as number,
			sum(o.amount) as amount from opportunity o where o.status <> 'OPEN' and %s
			group by 1, 2, 3 order by 1, 4 desc, 2, 3""";

	private final OpportunitySelection selection;

	StageAnalysis(OpportunitySelection selection) {
		this.selection = selection;
	}

	/**
	 * Returns the figures.
	 * @param visits selects visits
	 * @param ends selects opportunities that have ended
	 */
	@Transactional(readOnly = true)
	public StageFigures figures(OpportunitySelection.Conditions visits,
			Supplier<OpportunitySelection.Conditions> ends) {
		List<StageFigures.StageFigure> stages = this.selection.select(VISITS, visits)
			.stream()
			.map(StageAnalysis::stage)
			.toList();
		Tuple end = this.selection.select(ENDS, ends.get()).get(0);
		long won = end.get("won", Long.class);
		long lost = end.get("lost", Long.class);
		List<StageFigures.ReasonFigure> reasons = new ArrayList<>();
		this.selection.select(REASONS, ends.get()).forEach((row) -> reasons.add(reason(row)));
		return new StageFigures(stages, won, lost, share(won, won + lost), end.get("average", Double.class),
				end.get("median", Double.class), reasons);
	}

	private static StageFigures.StageFigure stage(Tuple row) {
		long entered = row.get("entered", Long.class);
		long present = row.get("present", Long.class);
		long advanced = row.get("advanced", Long.class);
		return new StageFigures.StageFigure(row.get("key", String.class), row.get("name", String.class), entered,
				present, advanced, row.get("returned", Long.class), row.get("lost", Long.class),
				share(advanced, entered - present), row.get("average", Double.class), row.get("median", Double.class));
	}

	private static StageFigures.ReasonFigure reason(Tuple row) {
		BigDecimal amount = row.get("amount", BigDecimal.class);
		return new StageFigures.ReasonFigure(Outcome.valueOf(row.get("outcome", String.class)),
				row.get("reason", String.class), row.get("number", Long.class),
				(amount != null) ? Money.of(amount, row.get("currency", String.class)).normalized() : null);
	}

	private static @Nullable Double share(long part, long whole) {
		return (whole > 0) ? (double) part / whole : null;
	}

}
