package io.kehu.customer.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fits and stores the models of leads, and the scores that they result in.
 */
@Repository
class LeadModelStore {

	private static final TypeReference<Map<String, String>> FEATURES = new TypeReference<>() {
	};

	/** Values that occur once tell nothing, and there may be many. */
	private static final String COUNTS = """
			select f.key as field, f.value as value, count(*) filter (where l.status = 'CONVERTED') as won,
			count(*) filter (where l.status = 'LOST') as lost
			from lead l, jsonb_each_text(l.features) f
			where l.status in ('CONVERTED', 'LOST') and l.deleted_at is null
			group by f.key, f.value having count(*) > 1 order by f.key, f.value""";

	private static final String TOTALS = """
			select count(*) filter (where status = 'CONVERTED') as won, count(*) filter (where status = 'LOST') as lost
			from lead where status in ('CONVERTED', 'LOST') and deleted_at is null""";

	private static final String OUTDATED = """
			select id, features from lead where status in ('NEW', 'CONTACTED', 'QUALIFIED')
			and (scored_by is null or scored_by <> ?) limit 500 for update skip locked""";

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final Clock clock;

	LeadModelStore(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** Returns the latest model. */
	Optional<LeadModel> current() {
		return this.jdbc.query("select * from lead_model order by fitted_at desc, id desc limit 1", this::model)
			.stream()
			.findFirst();
	}

	/**
	 * Fits a model to the leads that have been won or lost, and stores it.
	 * @param night the night that it is fitted for, or null if it was requested
	 * @return the model, or null if that of the night exists
	 */
	@Transactional
	public @Nullable LeadModel fit(@Nullable LocalDate night) {
		UUID id = Ids.next();
		int added = this.jdbc.update("""
				insert into lead_model (id, night, fitted_at, won, lost, counts) values (?, ?, ?, 0, 0, '[]')
				on conflict do nothing""", id, night, Timestamp.from(this.clock.instant()));
		if (added == 0) {
			return null;
		}
		List<LeadModel.Count> counts = this.jdbc.query(COUNTS, (row, number) -> new LeadModel.Count(row.getString(1),
				row.getString(2), row.getLong(3), row.getLong(4)));
		this.jdbc.query(TOTALS, (row) -> {
			this.jdbc.update("update lead_model set won = ?, lost = ?, counts = ?::jsonb where id = ?", row.getLong(1),
					row.getLong(2), this.json.writeValueAsString(counts), id);
		});
		this.jdbc.update("""
				delete from lead_model where id in
				(select id from lead_model order by fitted_at desc, id desc offset 100)""");
		return this.jdbc.queryForObject("select * from lead_model where id = ?", this::model, id);
	}

	/** Returns whether the model of a night, or a later one, exists. */
	boolean fitted(LocalDate night) {
		return Boolean.TRUE.equals(this.jdbc.queryForObject("select exists (select from lead_model where night >= ?)",
				Boolean.class, night));
	}

	/**
	 * Scores some open leads that another model scored.
	 * @return whether there were any
	 */
	@Transactional
	public boolean scoreOutdated(LeadModel model) {
		List<Object[]> scored = this.jdbc.query(OUTDATED,
				(row, number) -> new Object[] { model.score(this.json.readValue(row.getString("features"), FEATURES)),
						model.id(), row.getObject("id", UUID.class) },
				model.id());
		this.jdbc.batchUpdate("update lead set score = ?, scored_by = ? where id = ?", scored);
		return !scored.isEmpty();
	}

	private LeadModel model(ResultSet row, int number) throws SQLException {
		return new LeadModel(row.getObject("id", UUID.class), row.getTimestamp("fitted_at").toInstant(),
				row.getLong("won"), row.getLong("lost"),
				Arrays.asList(this.json.readValue(row.getString("counts"), LeadModel.Count[].class)));
	}

}
