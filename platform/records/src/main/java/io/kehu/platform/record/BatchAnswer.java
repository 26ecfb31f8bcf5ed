package io.kehu.platform.record;

import java.util.List;

/**
 * The answer to a {@link BatchRequest}.
 *
 * @param results one result for each id, then one for each external id, in the order of
 * the request
 */
public record BatchAnswer<V>(List<BatchResult<V>> results) {
}
