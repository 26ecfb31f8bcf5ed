-- Counts an attempt, unless the next one is not due yet. Times in milliseconds.
-- KEYS[1] the counter; ARGV now, free attempts, first delay, longest delay, lifetime of the counter
-- Returns the delay if it is positive, or otherwise the negated number of attempts.
local now = tonumber(ARGV[1])
local due = tonumber(redis.call('HGET', KEYS[1], 'due') or '0')
if due > now then
	return due - now
end
local attempts = redis.call('HINCRBY', KEYS[1], 'attempts', 1)
local over = attempts - tonumber(ARGV[2])
if over >= 0 then
	local delay = math.min(tonumber(ARGV[4]), tonumber(ARGV[3]) * 2 ^ math.min(over, 30))
	redis.call('HSET', KEYS[1], 'due', string.format('%.0f', now + delay))
end
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return -attempts
