package io.kehu.migration.tables;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of moves.
 *
 * @param retention how long staged chunks are kept after a move has ended, however it
 * ended; later, undoing the move needs its source
 */
@ConfigurationProperties("kehu.migration.moves")
record MoveProperties(@DefaultValue("7d") Duration retention) {
}
