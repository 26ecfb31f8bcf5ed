/**
 * Benchmarks of the running system, each compared to a reference measured in the same
 * run.
 */
@NullMarked
package io.kehu.deploy.benchmark;

import org.jspecify.annotations.NullMarked;
