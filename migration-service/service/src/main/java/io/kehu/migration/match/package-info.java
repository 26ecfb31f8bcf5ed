/**
 * De-duplication by jobs: exact duplicates, record linkage with a queue for review, and
 * the decisions that people made about pairs.
 */
@NullMarked
package io.kehu.migration.match;

import org.jspecify.annotations.NullMarked;
