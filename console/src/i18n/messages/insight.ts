export const insight = {
  'insight.segment': ['Segment', '客户细分', 'Segment'],
  'insight.lifetimeValue': ['Lifetime value', '生命周期价值', 'Kundenwert'],
  'insight.expectedPurchases': ['Expected purchases', '预计购买次数', 'Erwartete Käufe'],
  'insight.expectedValue': ['Expected value of a purchase', '预计单次购买金额', 'Erwarteter Wert eines Kaufs'],
  'insight.alive': ['Probability of buying again', '再次购买概率', 'Wahrscheinlichkeit weiterer Käufe'],
  'insight.churn': ['Signs of churn', '流失迹象', 'Zeichen der Abwanderung'],
  'insight.noSigns': ['None', '无', 'Keine'],
} as const;
