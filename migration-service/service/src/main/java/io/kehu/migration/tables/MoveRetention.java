package io.kehu.migration.tables;

import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;

/**
 * Shreds the staged chunks of moves that ended long enough before, however they ended.
 */
class MoveRetention {

	private static final Logger log = LoggerFactory.getLogger(MoveRetention.class);

	private final MoveRuns runs;

	private final MoveProperties properties;

	MoveRetention(MoveRuns runs, MoveProperties properties) {
		this.runs = runs;
		this.properties = properties;
	}

	@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
	void shred() {
		this.runs.store().outdated(this.properties.retention()).forEach((move) -> {
			try {
				this.runs.shred(move);
				this.runs.store().shredded(move);
			}
			catch (IOException ex) {
				log.warn("The chunks of move {} are shredded later: {}", move, ex.toString());
			}
		});
	}

}
