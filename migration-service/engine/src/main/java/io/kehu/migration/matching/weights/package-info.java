/**
 * Learns from unlabelled data how much each agreement speaks for a match.
 */
@NullMarked
package io.kehu.migration.matching.weights;

import org.jspecify.annotations.NullMarked;
