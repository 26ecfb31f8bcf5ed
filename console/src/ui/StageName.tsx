import { useReferred } from '../api/records';

interface Stage {
  key: string;
  name: string;
}

/** The name of a stage, which only its pipeline holds. */
export function StageName({ pipeline, stage }: { pipeline: string; stage: string }) {
  const { data } = useReferred('pipelines', pipeline);
  const stages = (data?.['stages'] ?? []) as Stage[];
  return <>{stages.find((each) => each.key === stage)?.name ?? stage}</>;
}
